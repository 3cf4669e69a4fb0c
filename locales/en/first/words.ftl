### How lists, numbers and lengths of time are written.

duration-years = { $count } years
duration-years-one = { $count } year
duration-days = { $count } days
duration-days-one = { $count } day
duration-hours = { $count } hours
duration-hours-one = { $count } hour
duration-minutes = { $count } minutes
duration-minutes-one = { $count } minute
duration-seconds = { $count } seconds
duration-seconds-one = { $count } second
secret-of-bytes = a secret of { $count } bytes
secret-of-bytes-one = a secret of { $count } byte
duration-pair = { $large } { $small }

relative-past = { $time } ago
relative-future = in { $time }
relative-now = now

# `a, b and c`: the list is what stands before the last item.
list-last = { $list } and { $item }
list-more = { $count } more
list-empty = none
