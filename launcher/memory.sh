# How much memory Java and ND4J may take; the launcher sources this.
#
# Below these two, which tests replace, Linux tells its limits. Elsewhere they are missing, and Java decides.
proc=/proc
cgroups=/sys/fs/cgroup

# MiB beside the heap and ND4J's arrays: code, classes, threads. Measured: 100 for compare, 170 for train convnet.
readonly OVERHEAD=180

# MiB of addresses that Java and the libraries reserve beside them, most of it never used, with the options below;
# measured: 2300 with two cores.
readonly RESERVED=2300
readonly RESERVED_PER_CORE=100
FEWER_RESERVED=(-XX:CompressedClassSpaceSize=128m -XX:ReservedCodeCacheSize=96m)

# With less, not even a small model fits.
readonly SMALLEST_HEAP=64

# The numbers in a file of a control group and in those of the groups around it.
limits_of() { # hierarchy, group, file
  local group=${2%/}
  while :; do
    cat "$1$group/$3" 2>/dev/null || true
    [[ -n $group ]] || break
    group=${group%/*}
  done
}

# What control groups allow this process, in bytes: versions 1 and 2. A container may see its own group as the
# root of the hierarchy, under another name; then only the root's file exists.
cgroup_limits() {
  local controllers group
  while IFS=: read -r _ controllers group; do
    case ,$controllers, in
      ,,) limits_of "$cgroups" "$group" memory.max ;;
      *,memory,*) limits_of "$cgroups/memory" "$group" memory.limit_in_bytes ;;
    esac
  done 2>/dev/null <"$proc/self/cgroup"
}

# The MiB that the processes here may have: those of the machine or, where less, of the control groups.
available() {
  {
    awk '/^MemTotal:/ {printf "%.0f\n", $2 * 1024}' "$proc/meminfo"
    cgroup_limits
  } 2>/dev/null | awk '/^[0-9]+$/ && (least == "" || $1 < least) {least = $1}
    END {if (least != "") printf "%.0f\n", least / 1048576 - 0.5}'
}

smaller() {
  echo $(($1 < $2 ? $1 : $2))
}

# Half of the memory for Java's heap and a quarter for ND4J, less where the rest would not be enough for
# everything else; and no more than fits the limit of addresses, in KiB. Appends to the array options.
add_memory_options() { # MiB or nothing, ulimit -v, cores
  local memory=$1 addresses=$2 cores=$3 room heap native
  if [[ -z $memory && $addresses == unlimited ]]; then
    return
  fi
  memory=${memory:-$((addresses / 1024))}
  room=$((memory - OVERHEAD))
  if [[ $addresses != unlimited ]]; then
    room=$(smaller $room $((addresses / 1024 - RESERVED - RESERVED_PER_CORE * cores)))
    options+=("${FEWER_RESERVED[@]}")
  fi
  heap=$(smaller $((memory / 2)) $((room * 3 / 4)))
  native=$(smaller $((memory / 4)) $((room / 4)))
  if ((heap < SMALLEST_HEAP)); then
    # Who sets a heap has thought of its size.
    [[ ${UNITSCOPE_JAVA_OPTS:-} == *-Xmx* ]] || too_little "$memory" "$addresses" "$cores"
    return
  fi
  # The physical limit counts the heap too; the two limits are enough.
  options+=("-Xmx${heap}m" "-Dorg.bytedeco.javacpp.maxbytes=${native}m" -Dorg.bytedeco.javacpp.maxphysicalbytes=0)
}

too_little() {
  local least=$((SMALLEST_HEAP * 4 / 3 + 1))
  if (($1 < least + OVERHEAD)); then
    fail "$1 MiB of memory are too little: $((least + OVERHEAD)) are needed, and 1024 for models of some size; raise the limit of the machine or the container, or set -Xmx in UNITSCOPE_JAVA_OPTS"
  fi
  fail "ulimit -v allows $(($2 / 1024)) MiB of addresses: Java and its libraries reserve $((least + RESERVED + RESERVED_PER_CORE * $3)) or more, most of it never used; raise it (ulimit -v unlimited), or limit the memory of a container instead"
}
