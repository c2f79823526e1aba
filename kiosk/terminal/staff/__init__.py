"""The reception staff's screen: the whole catalogue on a desk, with keyboard and mouse. It knows no response."""
