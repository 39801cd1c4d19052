"""`python -m dragoman`: the same as the command `dragoman`."""

from dragoman.show.cli import main

if __name__ == "__main__":
    main()
