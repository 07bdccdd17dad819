#!/bin/sh
# Find Chromium for the browser tests; install Debian's where we may. Without one, those tests skip and say so.
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium for the browser tests …"
  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y chromium; } >/dev/null 2>&1 && exit 0
fi
echo "No Chromium here: the browser tests will be skipped. Install the package chromium to run them." >&2
