# Debian packages, by what they are for.
build_packages=(
  ca-certificates g++ cmake ninja-build ccache pkg-config
  libboost1.81-dev libboost-json1.81-dev libboost-url1.81-dev libfmt-dev libssl-dev libsodium-dev libcurl4-openssl-dev
  libsqlite3-dev libpq-dev libtomlplusplus-dev prometheus-cpp-dev zlib1g-dev libjpeg62-turbo-dev libpng-dev libqrencode-dev
  libxlsxwriter-dev libzip-dev libzxcvbn-dev libexpat1-dev libicu-dev libfido2-dev libqpdf-dev libcairo2-dev libpango1.0-dev fonts-noto-cjk fonts-noto-core fonts-hanazono
  libtesseract-dev libleptonica-dev libopencv-imgproc-dev libopencv-objdetect-dev opencv-data libzxing-dev tesseract-ocr-chi-sim tesseract-ocr-eng
  libgtest-dev libgmock-dev librapidcheck-dev
)
test_packages=(
  adduser systemd tzdata postgresql-15 chromium-headless-shell python3 python3-aiosmtpd python3-openpyxl openssl zbar-tools poppler-utils qpdf curl wrk
  fonts-arphic-ukai fonts-arphic-uming fonts-wqy-zenhei fonts-liberation clang-format-14 clang-tidy-14
)
