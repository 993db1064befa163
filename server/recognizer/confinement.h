#pragma once

namespace expogate::recognizer {

/// From here on this process can compute, read and write the socket that it was given, and nothing else: no
/// file, no network, no program, no thread, a bounded memory. Called once everything needed is loaded and
/// before the first byte of a stranger is read. Throws std::system_error when the kernel does not do it.
void confine();

}  // namespace expogate::recognizer
