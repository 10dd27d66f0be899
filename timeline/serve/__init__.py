"""The subscription and its page over HTTP: an ASGI application that answers from memory."""
