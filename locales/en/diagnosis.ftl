### diagnosis
