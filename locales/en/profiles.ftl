### profiles
