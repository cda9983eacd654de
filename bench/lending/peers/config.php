<?php
// What MRBS needs to be told, and who comes: the rest is as MRBS has it.
namespace MRBS;
require_once 'lib/autoload.inc';
$timezone = 'Europe/Paris';
$dbsys = 'mysql';
$db_host = 'localhost';
$db_database = 'mrbs';
$db_login = 'mrbs';
$db_password = 'mrbs';
$auth['type'] = 'config';
$auth['user'] = ['keeper' => 'keeper', 'paul' => 'paul', 'nadia' => 'nadia', 'hugo' => 'hugo'];
$auth['admin'] = ['keeper'];
$mail_settings['disabled'] = true;
// Things are lent day and night.
$morningstarts = 0;
$morningstarts_minutes = 0;
$eveningends = 23;
$eveningends_minutes = 30;
// Days that are closed, by their year: the bench writes them.
$holidays = json_decode((string) @file_get_contents('/peers/holidays.json'), true) ?? [];
