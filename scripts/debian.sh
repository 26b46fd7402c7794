# What the scripts that fetch a program from Debian share; sourced, not run. The packages are downloaded and
# unpacked, not installed: nothing outside the folder $tmp changes. The caller sets $tmp and writes to $tmp/log.

readonly DEBIAN=http://deb.debian.org/debian
readonly KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

program=$(basename "$0")
say() { printf '%s: %s\n' "$program" "$*" >&2; }
die() { say "error: $*"; exit 1; }

# A URI in a sources file may carry a password.
hide_passwords() { sed -E 's#//[^/@ ]*@#//#g'; }

# The Debian mirrors this machine uses, from both formats of sources file, then Debian's own.
# Only entries of a plain Debian suite count: Ubuntu, security and third parties do not have it.
mirrors() {
  local files
  mapfile -t files < <(readable_sources)
  { awk -v suites='^(stable|oldstable|oldoldstable|testing|unstable|sid|forky|trixie|bookworm|bullseye|buster)$' '
      function flush_stanza(    i, n, word, good) {
        n = split(field["suites"], word); good = 0
        for (i = 1; i <= n; i++) if (word[i] ~ suites) good = 1
        if (field["enabled"] ~ /no|false/ || (" " field["components"] " ") !~ /[ \t]main[ \t]/) good = 0
        n = split(field["uris"], word)
        if (good) for (i = 1; i <= n; i++) print word[i]
        delete field; name = ""
      }
      FNR == 1 { flush_stanza() }
      /^[ \t]*#/ { next }
      FILENAME ~ /\.list$/ {
        sub(/\[[^]]*\]/, "")
        if ($1 == "deb" && $3 ~ suites && / main( |$)/) print $2
        next
      }
      /^[ \t]*$/ { flush_stanza(); next }
      /^[ \t]/ { field[name] = field[name] " " $0; next }
      { name = tolower($0); sub(/:.*/, "", name); sub(/^[^:]*:/, ""); field[name] = $0 }
      END { flush_stanza() }
    ' /dev/null "${files[@]}" || true
    echo "$DEBIAN"
  } | sed 's#/*$##' | awk '!seen[$0]++'
}

readable_sources() {
  local file
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
    if [[ -r $file ]]; then echo "$file"; fi
  done
}

# Ubuntu, and a Debian without its keyring: their own archive has it as a package, signed by them.
find_keyring() {
  [[ -r $KEYRING ]] && { echo "$KEYRING"; return; }
  mkdir "$tmp/keyring"
  (cd "$tmp/keyring" && apt-get -qq -o Dir::Cache="$tmp/apt/cache" -o APT::Sandbox::User=root \
    download debian-archive-keyring && dpkg-deb -x ./*.deb .) >>"$tmp/log" 2>&1 || return 1
  echo "$tmp/keyring$KEYRING"
}

# An apt that sees one source, has a state of its own and believes nothing is installed,
# so that it works out every library a program needs. The machine's proxy, logins
# and certificates stay in force.
prepare_apt() {
  mkdir -p "$tmp"/apt/{lists,state,cache/archives}/partial
  # Needed only to install it as a service; declared as here to leave systemd out.
  cat >"$tmp/apt/status" <<'END'
Package: not-needed
Status: install ok installed
Version: 1
Architecture: all
Maintainer: none
Description: none
Provides: debconf, debconf-2.0, systemd-sysusers, systemd-standalone-sysusers

END
  # Hooks of this machine's apt would change the system, as emptying its package cache.
  cat >"$tmp/apt/apt.conf" <<END
#clear APT::Update;
#clear DPkg;
#clear APT::Default-Release;
#clear APT::Architectures;
#clear Dir::Cache::pkgcache;
#clear Dir::Cache::srcpkgcache;
APT::Architecture "amd64";
APT::Architectures "amd64";
APT::Install-Recommends "false";
APT::Update::Error-Mode "any";
APT::Sandbox::User "root";
APT::Get::AllowUnauthenticated "false";
Acquire::Languages "none";
Acquire::Retries "1";
Acquire::http::Timeout "30";
Acquire::https::Timeout "30";
Debug::NoLocking "true";
Dir::Etc::sourcelist "$tmp/apt/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State "$tmp/apt/state";
Dir::State::lists "$tmp/apt/lists";
Dir::State::status "$tmp/apt/status";
Dir::Cache "$tmp/apt/cache";
Dir::Cache::archives "archives";
Dir::Log "$tmp/apt";
END
}

own_apt() { apt-get -q -c "$tmp/apt/apt.conf" "$@" >>"$tmp/log" 2>&1 </dev/null; }

last_complaint() { { grep '^E:' "$tmp/log" || tail -n 1 "$tmp/log"; } | head -n 1 | hide_passwords; }
