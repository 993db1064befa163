#include "recognizer/picture_service.h"

#include <sys/time.h>

namespace expogate::recognizer {

void set_alarm(std::chrono::seconds computing) {
  itimerval alarm{{}, {computing.count(), 0}};
  ::setitimer(ITIMER_PROF, &alarm, nullptr);
}

}  // namespace expogate::recognizer
