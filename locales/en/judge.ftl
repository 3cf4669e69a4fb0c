### judge
