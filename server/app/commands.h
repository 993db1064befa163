#pragma once
#include <string>
#include <vector>

#include "app/config.h"

/// What the program can be asked on the command line (BUR-02). Each returns the exit code.
namespace expogate::commands {

using Words = std::vector<std::string>;

int serve(const Config& config, const Words& words);
int work(const Config& config, const Words& words);
int migrate(const Config& config, const Words& words);
int seed(const Config& config, const Words& words);
int verify(const Config& config, const Words& words);
int backup(const Config& config, const Words& words);
int restore(const Config& config, const Words& words);
int reseal(const Config& config, const Words& words);
int payment_check(const Config& config, const Words& words);
int fair(const Config& config, const Words& words);
int setup(const Config& config, const Words& words);
int retention(const Config& config, const Words& words);
int user(const Config& config, const Words& words);
int new_key_ring(const Config& config, const Words& words);
int openapi(const Config& config, const Words& words);
int routes(const Config& config, const Words& words);
int permissions(const Config& config, const Words& words);
int states(const Config& config, const Words& words);
int error_codes(const Config& config, const Words& words);
int schema(const Config& config, const Words& words);

}  // namespace expogate::commands
