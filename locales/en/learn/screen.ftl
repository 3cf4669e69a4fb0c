# The Learn screen and the strip of a lesson.

learn-title = Learn what a token is by using one
learn-lead = A lesson stands at the lower edge of the real Inspect and Sign screens and fills their fields; what stood there comes back when it ends. Its tokens are signed here, now, with the workshop's secret or with keys made on the spot.
learn-remember = Remember on this device which lessons I finished
learn-lessons = Lessons
learn-exercises = Exercises
learn-state-begun = Under way
learn-state-done = ✓ Done
learn-label = Lesson
learn-step = Step { $step } of { $of }
learn-open = Not done yet
learn-next = Next
learn-finish = Finish
learn-skip = Skip
learn-give-up = Leave it
learn-back = Back
learn-hint = Hint
learn-again = Set this step up again
learn-print = Print the lesson
learn-list = All lessons
learn-close = End
learn-fold = Fold
learn-unfold = Unfold
learn-given-back = What stood on Inspect and Sign before is there again.
learn-swap = Swap it for what the lesson left
