# Defines OpenCV::core, OpenCV::imgproc and OpenCV::objdetect, found by hand: their packages are few, while the package with
# OpenCV's own CMake files asks for all of OpenCV, which is two hundred. Its headers are somebody else's (SYSTEM).
find_path(OPENCV_INCLUDE opencv2/imgproc.hpp PATH_SUFFIXES opencv4 REQUIRED)
foreach(part core imgproc objdetect)
  find_library(OPENCV_${part} opencv_${part} REQUIRED)
  add_library(OpenCV::${part} UNKNOWN IMPORTED GLOBAL)
  set_target_properties(OpenCV::${part} PROPERTIES IMPORTED_LOCATION ${OPENCV_${part}} INTERFACE_INCLUDE_DIRECTORIES ${OPENCV_INCLUDE})
endforeach()
target_link_libraries(OpenCV::imgproc INTERFACE OpenCV::core)
target_link_libraries(OpenCV::objdetect INTERFACE OpenCV::imgproc)
