"""The road from the terminals to the central office: the wire format, the agent at one end, the centre at the other."""
