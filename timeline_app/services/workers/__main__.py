"""Makes this process one that reads documents."""

import sys

from timeline_app.services.workers.child import main

sys.exit(main(sys.argv[1:]))
