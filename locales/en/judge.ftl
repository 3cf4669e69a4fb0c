### judge

claims-none = There is no readable JWT Claims Set to judge.
