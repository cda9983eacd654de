#!/bin/sh
# In layers (bench/peers/layers.sh), with MRBS in /peers/mrbs: installs PHP and MariaDB from Debian,
# and serves MRBS on /peers/mrbs.port, its database (look.php) on /peers/look.port, until it is
# killed. A file /peers/ready says so; /peers/versions says which.
set -e
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
chmod +x /usr/sbin/policy-rc.d
apt-get -q update
apt-get -q install -y --no-install-recommends php-cli php-mysql php-mbstring php-intl php-xml \
  mariadb-server
install -d -o mysql -g mysql /run/mysqld
mariadbd --user=mysql --skip-networking &
until mariadb -e 'SELECT 1' >/dev/null 2>&1; do sleep 0.2; done
mariadb -e "CREATE DATABASE mrbs CHARACTER SET utf8mb4;
  CREATE USER mrbs@localhost IDENTIFIED BY 'mrbs'; GRANT ALL ON mrbs.* TO mrbs@localhost"
mariadb mrbs </peers/mrbs/tables.my.sql
cp /peers/config.php /peers/mrbs/web/config.inc.php
PHP_CLI_SERVER_WORKERS=4 php -S "127.0.0.1:$(cat /peers/mrbs.port)" -t /peers/mrbs/web &
php -S "127.0.0.1:$(cat /peers/look.port)" /peers/look.php &
for port in mrbs look; do
  until php -r 'exit(@fsockopen("127.0.0.1", (int) $argv[1]) ? 0 : 1);' "$(cat /peers/$port.port)"
  do sleep 0.2; done
done
dpkg-query -W -f '${Package} ${Version}\n' 'php8*-cli' mariadb-server >/peers/versions
touch /peers/ready
wait
