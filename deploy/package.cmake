# The Debian package: `bin/package` builds it with the web application, `apt install ./build/package/expogate_*.deb` installs it.
set(share share/expogate)
install(TARGETS expogate recognizer face_counter document_checker RUNTIME DESTINATION bin)
install(DIRECTORY web/dist/ DESTINATION ${share}/web PATTERN .built EXCLUDE)
install(DIRECTORY fairs/ DESTINATION ${share}/fairs)
install(FILES deploy/debian/expogate.toml DESTINATION /etc/expogate)
install(FILES deploy/debian/expogate.service deploy/debian/expogate-work.service DESTINATION /lib/systemd/system)
install(FILES README.md SECURITY.md docs/guides/operate.md docs/guides/fair-packs.md docs/guides/payment-providers.md
              deploy/nginx.conf ${CMAKE_BINARY_DIR}/sbom.cdx.json DESTINATION share/doc/expogate)
# Manual pages are compressed in a Debian system.
add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/expogate.1.gz
  COMMAND gzip -9nc ${CMAKE_SOURCE_DIR}/deploy/debian/expogate.1 > ${CMAKE_BINARY_DIR}/expogate.1.gz
  DEPENDS ${CMAKE_SOURCE_DIR}/deploy/debian/expogate.1)
add_custom_target(manual ALL DEPENDS ${CMAKE_BINARY_DIR}/expogate.1.gz)
install(FILES ${CMAKE_BINARY_DIR}/expogate.1.gz DESTINATION share/man/man1)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME expogate)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "professional-visitor system of a trade fair")
set(CPACK_PACKAGE_CONTACT "Expogate <operators@expogate.example>")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "adduser, ca-certificates, tzdata, fonts-noto-cjk, fonts-noto-core, fonts-hanazono, opencv-data, tesseract-ocr-chi-sim, tesseract-ocr-eng")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "nginx, postgresql")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    ${CMAKE_SOURCE_DIR}/deploy/debian/postinst ${CMAKE_SOURCE_DIR}/deploy/debian/prerm
    ${CMAKE_SOURCE_DIR}/deploy/debian/postrm ${CMAKE_SOURCE_DIR}/deploy/debian/conffiles)
include(CPack)
