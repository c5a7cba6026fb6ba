-- Use: whether a 地点 is a telephone, a platform or an address on the net; null where none is printed.
create or replace macro is_remote(place) as
case when regexp_matches(place, '[\p{L}\p{N}]') then regexp_matches(place, '(?i)电话|线上|网络|网上|视频|在线|云会议|会议号|腾讯|进门|路演|平台|小程序|互动易|www|http|zoom|teams|webex') end;
comment on macro is_remote is 'whether a 地点 is a telephone, a platform or an address on the net; null where none is printed';
