"""Tests of the checks across the files of a folder."""
