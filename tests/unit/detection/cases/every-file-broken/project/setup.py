print "an old one"
