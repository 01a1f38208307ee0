"""Runs CPython's own tests in this interpreter, with `builtins.memoryview` as it is or replaced, and writes down what became of each.

The report is a line of JSON when a test starts and another when it ends, so that a crash or a hang has the name of a test.
"""
import builtins
import collections.abc
import ctypes
import importlib
import inspect
import json
import random
import sys
import traceback
import unittest

import test.support

REAL = builtins.memoryview


def replace(substitute):
    """Puts `substitute` where tests look for memoryview, and lets it stand in for the built-in type where C code ties itself to that."""
    accept_real_instances(substitute)
    if sys.version_info >= (3, 12):
        hand_real_views_to_c(substitute)
    builtins.memoryview = substitute


def accept_real_instances(substitute):
    """isinstance(x, substitute) is true for what C code made, too: PickleBuffer.raw(), BytesIO.getbuffer(), _testbuffer's functions.

    A type made by PyType_FromSpec has `type` as its metaclass and is immutable, so the metaclass is changed where it is stored.
    """
    class Meta(type):
        __slots__ = ()

        def __instancecheck__(cls, instance):
            return isinstance(instance, REAL) or type.__instancecheck__(cls, instance)

    field = ctypes.c_void_p.from_address(id(substitute) + object.__basicsize__ - ctypes.sizeof(ctypes.c_void_p))
    assert field.value == id(type)
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(Meta))
    field.value = id(Meta)
    assert type(substitute) is Meta


def hand_real_views_to_c(substitute):
    """A class's __buffer__ must return the built-in type (PyMemoryView_Check): classes made during the tests return one over the substitute.

    Their __release_buffer__ gets the substitute back, or, where it may pass it on to that of a class written in C, the built-in type.
    """
    build_class = builtins.__build_class__

    def hook(*args, **keywords):
        made = build_class(*args, **keywords)
        if isinstance(made, type) and inspect.isfunction(made.__dict__.get("__buffer__")):
            wrap_buffer_methods(made, substitute)
        return made

    builtins.__build_class__ = hook


def wrap_buffer_methods(made, substitute):
    lend, take_back = made.__dict__["__buffer__"], made.__dict__.get("__release_buffer__")
    calls_c = any(isinstance(base.__dict__.get("__release_buffer__"), type(bytearray.__release_buffer__)) for base in made.__mro__)
    lent = []

    def __buffer__(self, flags):
        view = lend(self, flags)
        if type(view) is not substitute:
            return view
        real = REAL(view)
        if take_back is not None:
            lent.append((real, view))
        return real

    def __release_buffer__(self, real):
        view = real
        for at, pair in enumerate(lent):
            if pair[0] is real:
                del lent[at]
                if not calls_c:
                    view = pair[1]
                    real.release()
                break
        take_back(self, view)

    made.__buffer__ = __buffer__
    if take_back is not None:
        made.__release_buffer__ = __release_buffer__


class Report(unittest.TestResult):
    """What became of each test, a line at once."""

    def __init__(self, file):
        super().__init__()
        self.file = file
        self.outcome = self.text = None

    def write(self, **line):
        self.file.write(json.dumps(line) + "\n")
        self.file.flush()

    def startTest(self, test):
        super().startTest(test)
        self.outcome, self.text = "passed", ""
        self.write(started=name_of(test))

    def stopTest(self, test):
        super().stopTest(test)
        # Some versions stop tests that they have not started: those that are skipped.
        if self.outcome is not None:
            self.write(test=name_of(test), outcome=self.outcome, text=self.text)
            self.outcome = None

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        if self.outcome is None:
            self.write(test=name_of(test), outcome="skipped", text=reason)
        elif self.outcome == "passed":
            self.outcome, self.text = "skipped", reason

    def addSubTest(self, test, subtest, error):
        super().addSubTest(test, subtest, error)
        if error is not None:
            self.fail(test, error)

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.outcome, self.text = "failed", "passed although it is an expected failure"

    def addFailure(self, test, error):
        self.fail(test, error)

    def addError(self, test, error):
        self.fail(test, error)

    def fail(self, test, error):
        text = "".join(traceback.format_exception(*error))
        if self.outcome is None:
            # What failed is no test but what a class or module needs: its tests are not run at all.
            self.write(test=name_of(test), outcome="failed", text=text)
            return
        self.outcome, self.text = "failed", self.text + text


def name_of(test):
    name = test.id()
    for prefix in ("test.test_ctypes.", "ctypes.test.", "test."):
        if name.startswith(prefix):
            return name[len(prefix):]
    return name


def prepare(substitute):
    sys.argv = ["harness"]
    random.seed(1)
    test.support.use_resources = ["cpu"]
    if substitute is not None:
        replace(substitute)


def load(names):
    """The first module of several names: some tests moved between versions."""
    for name in names[:-1]:
        try:
            return importlib.import_module(name)
        except ModuleNotFoundError:
            pass
    return importlib.import_module(names[-1])


def run(names, substitute, report):
    """Runs a test module (the first that exists) and writes the report to a file."""
    prepare(substitute)
    with open(report, "w", encoding="utf-8") as file:
        result = Report(file)
        unittest.defaultTestLoader.loadTestsFromModule(load(names)).run(result)
        result.write(end=True)


def hunt_leaks(names, substitute, report):
    """Runs a test module as `python -m test -R 3:3` does, which prints the references that each round left behind."""
    import faulthandler
    from test.libregrtest import main

    prepare(substitute)
    # Its handlers would take over those that .NET turns into exceptions.
    faulthandler.enable = faulthandler.register = faulthandler.dump_traceback_later = lambda *args, **keywords: None
    sys.argv = ["test", "-R", "3:3", "-u", "cpu", names[0].removeprefix("test.")]
    code = 0
    try:
        main()
    except SystemExit as exit:
        code = exit.code
    # What is printed is read by the parent: redirecting it here would keep objects that are then counted.
    sys.stdout.flush()
    sys.stderr.flush()
    with open(report, "w", encoding="utf-8") as file:
        file.write(json.dumps({"end": True, "code": code}) + "\n")
