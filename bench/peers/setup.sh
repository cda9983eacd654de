#!/bin/sh
# In layers (layers.sh), with /peers/records.jsonl, /peers/dokuwiki.port and /peers/mediawiki.port:
# installs DokuWiki, MediaWiki, PHP-FPM and nginx from Debian, fills both with the records, and
# serves them until it is killed. A file /peers/ready says so. Writing `cached` or `uncached` into
# /peers/wanted sets both wikis so; /peers/is answers.
set -e
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
chmod +x /usr/sbin/policy-rc.d
apt-get -q update
apt-get -q install -y --no-install-recommends php-fpm php-cli php-sqlite3 php-mbstring php-xml \
  php-intl php-apcu dokuwiki mediawiki nginx
doku=/usr/share/dokuwiki
wiki=/usr/share/mediawiki
site=/var/lib/mediawiki-site
php -r 'echo PHP_MAJOR_VERSION . "." . PHP_MINOR_VERSION;' >/peers/php

pool=/etc/php/$(cat /peers/php)/fpm/pool.d/www.conf
cat >"$pool" <<FPM
[www]
user = www-data
group = www-data
listen = /run/peers.sock
listen.owner = www-data
pm = static
pm.max_children = 4
FPM
cat >/etc/nginx/nginx.conf <<NGINX
user www-data;
worker_processes 2;
pid /run/nginx.pid;
error_log /peers/nginx.log;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  gzip on;
  keepalive_requests 1000000;
  server {
    listen 127.0.0.1:$(cat /peers/dokuwiki.port);
    root $doku;
    index doku.php;
    location ~ \.php$ { include fastcgi.conf; fastcgi_pass unix:/run/peers.sock; }
  }
  server {
    listen 127.0.0.1:$(cat /peers/mediawiki.port);
    root $wiki;
    index index.php;
    location ~ \.php$ { include fastcgi.conf; fastcgi_pass unix:/run/peers.sock; }
  }
}
NGINX

php /peers/texts.php
chown -R www-data: /var/lib/dokuwiki/data
runuser -u www-data -- php $doku/bin/indexer.php -q

mkdir -p $site
php $wiki/maintenance/run.php install --dbtype sqlite --dbpath $site --confpath $site \
  --server "http://127.0.0.1:$(cat /peers/mediawiki.port)" --scriptpath '' --lang fr \
  --pass 'quatre mots pour le banc' Village Anais
mkdir -p $site/pages
cat >>$site/LocalSettings.php <<'PHP'
$wgFileCacheDirectory = '/var/lib/mediawiki-site/pages';
$wgJobRunRate = 0;
$benched = trim((string) @file_get_contents('/var/lib/mediawiki-site/benched'));
$wgMainCacheType = CACHE_ACCEL;
$wgParserCacheType = $benched === 'uncached' ? CACHE_NONE : CACHE_DB;
$wgUseFileCache = $benched === 'cached';
$wgCachePages = $benched === 'cached';
PHP
cp $site/LocalSettings.php $wiki/LocalSettings.php 2>/dev/null ||
  cp $site/LocalSettings.php /etc/mediawiki/LocalSettings.php
php $wiki/maintenance/run.php importDump --no-updates /peers/records.xml
php $wiki/maintenance/run.php rebuildtextindex || true
chown -R www-data: $site

set_both() {
  printf %s "$1" >$site/benched
  age=86400
  [ "$1" = cached ] || age=-1
  printf '<?php\n$conf["title"] = "Village";\n$conf["useacl"] = 0;\n$conf["cachetime"] = %s;\n' \
    "$age" >/etc/dokuwiki/local.php
  printf %s "$1" >/peers/is
}
set_both uncached
"php-fpm$(cat /peers/php)" -F &
nginx -g 'daemon off;' &
touch /peers/ready
while sleep 0.2; do
  wanted=$(cat /peers/wanted 2>/dev/null || true)
  [ -z "$wanted" ] || [ "$wanted" = "$(cat /peers/is)" ] || set_both "$wanted"
done
