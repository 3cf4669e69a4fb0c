### verify
