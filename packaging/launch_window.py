"""The built program as a window."""

import sys

from timeline_app.app import main

if __name__ == "__main__":
    sys.exit(main())
