<?php
// Looks into the database of MRBS: answers {sql, of} with its rows.
$asked = json_decode(file_get_contents('php://input'), true);
$db = new PDO('mysql:unix_socket=/run/mysqld/mysqld.sock;dbname=mrbs', 'mrbs', 'mrbs');
$rows = $db->prepare($asked['sql']);
$rows->execute($asked['of']);
header('Content-Type: application/json');
echo json_encode($rows->columnCount() > 0 ? $rows->fetchAll(PDO::FETCH_ASSOC) : []);
