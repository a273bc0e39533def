from flask_script import Manager

manager = Manager()
