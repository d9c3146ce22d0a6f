"""Prints what 8 requests at once cost in single requests, at a server with a latency.

The server is a process of its own; the latency in seconds is the argument.
"""

import subprocess
import sys
import time

from qovery_cli.http.client import Client
from qovery_cli.http.request import Request

SERVER = """
import http.server, sys, time

class Slow(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    def do_GET(self):
        time.sleep(float(sys.argv[1]))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")
    def log_message(self, *args):
        pass

server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Slow)
print(server.server_address[1], flush=True)
server.serve_forever()
"""


def seconds(client: Client, count: int) -> float:
    """Return how long so many requests take."""
    url = client.base_url
    started = time.perf_counter()
    client.send_all([Request("GET", f"{url}/{number}") for number in range(count)])
    return time.perf_counter() - started


server = subprocess.Popen(
    [sys.executable, "-c", SERVER, sys.argv[1]], stdout=subprocess.PIPE, text=True
)
try:
    assert server.stdout is not None
    client = Client(f"http://127.0.0.1:{int(server.stdout.readline())}")
    seconds(client, 1)
    one = min(seconds(client, 1) for _ in range(3))
    eight = min(seconds(client, 8) for _ in range(3))
    print(eight / one)
finally:
    server.terminate()
    server.wait()
