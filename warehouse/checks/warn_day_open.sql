-- Days of a source that are not proved complete.
select source, partition, day, reason from listing_day where grade = 'open';
