"""The command line, or the window."""

import sys

from advisor_app.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
