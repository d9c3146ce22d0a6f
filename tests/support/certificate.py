"""Who the servers of tests are when they speak TLS."""

from pathlib import Path

#: A self-signed certificate for localhost and its key; it protects nothing.
CERTIFICATE = Path(__file__).parent / "localhost.pem"
