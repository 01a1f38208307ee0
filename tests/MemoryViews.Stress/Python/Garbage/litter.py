"""Threads that make cyclic garbage of views of memory that .NET lends, and of views of its own that .NET borrows."""
import gc
import threading


class Node:
    pass


def litter(lent, classes, count):
    for i in range(count):
        node = Node()
        node.me = node
        node.view = classes[i % len(classes)](lent[i % len(lent)])
        node.part = node.view[1:]
        node.iterator = iter(node.part)
        if i % 3 == 0:
            node.part.release()
        if i % 5 == 0:
            node.back = [node, memoryview(node.view)]
        if i % 250 == 0:
            gc.collect()


threads = []


def start(count, lent, classes, each):
    threads[:] = [threading.Thread(target=litter, args=(list(lent), classes, each)) for _ in range(count)]
    for thread in threads:
        thread.start()


def join():
    for thread in threads:
        thread.join()
    threads.clear()
    return gc.collect()


own = [bytearray(b'spam' * 16) for _ in range(8)]


def own_is_free():
    """Whether nobody has a view of our memory: only then can it grow."""
    try:
        for memory in own:
            memory.append(1)
            memory.pop()
        return True
    except BufferError:
        return False
