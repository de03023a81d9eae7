#!/usr/bin/env bash
# Prints the path of a Chromium for the browser tests. Where something is missing, it is
# installed by apt when this is root on Debian; else a sentence says what to install.
set -euo pipefail

# Not grep -q: it would stop reading early, and pipefail takes ldconfig's end for a failure.
has_library() { PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep "$1" >/dev/null; }
has_japanese_font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=ja family)" ]; }

browser() {
    if [ -n "${CERTMOVE_CHROMIUM:-}" ]; then
        command -v "$CERTMOVE_CHROMIUM"
        return
    fi
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return
    done
    return 1
}

missing=()
if [ -n "${CERTMOVE_CHROMIUM:-}" ] && ! browser >/dev/null; then
    echo "CERTMOVE_CHROMIUM names $CERTMOVE_CHROMIUM, which cannot be run." >&2
    exit 1
fi
browser >/dev/null || missing+=(chromium)
has_library libatomic.so.1 || missing+=(libatomic1)
has_japanese_font || missing+=(fonts-ipafont-gothic)

if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "The browser tests need: ${missing[*]} (Debian's names)." >&2
        echo "Install them (as root: apt-get install ${missing[*]}), or name a Chromium in" \
            "CERTMOVE_CHROMIUM." >&2
        exit 1
    fi
    echo "Installing ${missing[*]} ..." >&2
    export DEBIAN_FRONTEND=noninteractive
    { apt-get -q update && apt-get -q -y install --no-install-recommends "${missing[@]}"; } \
        </dev/null >&2
fi
browser
