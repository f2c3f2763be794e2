#!/bin/bash
# Run by apt, dnf or zypper once the files are there. As electron-builder's own, but that the command is the launcher in bin/, and its link is plain: there is no
# other program of this name to choose between. electron-builder fills in the names.

home='/opt/${sanitizedProductName}'
link='/usr/bin/${executable}'

# Versions before the launcher came registered the app itself.
update-alternatives --remove '${executable}' "$home/${executable}" >/dev/null 2>&1 || true
ln -sfn "$home/bin/${executable}" "$link"

# Chromium's sandbox needs root's rights only where nobody else may make a namespace.
if [ -L /proc/self/ns/user ] && unshare --user true 2>/dev/null; then
  chmod 0755 "$home/chrome-sandbox"
else
  chmod 4755 "$home/chrome-sandbox"
fi

if hash update-desktop-database 2>/dev/null; then
  update-desktop-database /usr/share/applications || true
fi

# Ubuntu 24 and later let only programs with a profile make a namespace. Older releases do not understand this profile, and need none.
profile="$home/resources/apparmor-profile"
if apparmor_status --enabled >/dev/null 2>&1 && apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" '/etc/apparmor.d/${executable}'
  # In an image that is being built there is no kernel to tell.
  if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
  fi
fi

exit 0
