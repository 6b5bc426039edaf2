"""Process entry point: `python3 app.py` sets all up and serves; gunicorn finds `app` here."""

import sys

if __name__ == "__main__":
    from shop.bootstrap.main import main

    sys.exit(main(sys.argv[1:]))

from shop.factory import create_app

app = create_app()
