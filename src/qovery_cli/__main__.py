"""``python -m qovery_cli``."""

from qovery_cli.main import main

if __name__ == "__main__":
    main()
