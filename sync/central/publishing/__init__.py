"""Content goes out signed, by The Update Framework (specification 1.0.31): its keys, its repository, its commands.

`keys` are made away from any network; `packing` makes one archive of a checked pack; `repository` is the folder that
the centre serves. Nobody who has only the centre can make a terminal show anything: the keys that matter are not there.
"""
