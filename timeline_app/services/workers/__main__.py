"""Makes this process one that reads documents."""

import sys

from timeline_app.services.workers.child import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
