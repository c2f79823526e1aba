"""The visitor's screen: a Qt application with one view-model per page. The only room that imports PySide6."""
