### paste
