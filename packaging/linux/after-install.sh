#!/bin/bash
# Run by apt, dnf or zypper after installing the files. Like electron-builder's own script, but the
# command is the launcher in bin/, with a plain link: no other program has this name.
# electron-builder fills in the names.

home='/opt/${sanitizedProductName}'
link='/usr/bin/${executable}'

# Versions before the launcher registered the app itself.
update-alternatives --remove '${executable}' "$home/${executable}" >/dev/null 2>&1 || true
ln -sfn "$home/bin/${executable}" "$link"

# Chromium's sandbox must be setuid root only if others may not create a namespace.
if [ -L /proc/self/ns/user ] && unshare --user true 2>/dev/null; then
  chmod 0755 "$home/chrome-sandbox"
else
  chmod 4755 "$home/chrome-sandbox"
fi

if hash update-desktop-database 2>/dev/null; then
  update-desktop-database /usr/share/applications || true
fi

# From Ubuntu 24 on, only programs with a profile may create a namespace. Older releases do not
# understand this profile, and need none.
profile="$home/resources/apparmor-profile"
if apparmor_status --enabled >/dev/null 2>&1 && apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
  cp -f "$profile" '/etc/apparmor.d/${executable}'
  # In an image that is being built there is no kernel to load it into.
  if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
    apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
  fi
fi

exit 0
