# Threads, pools and queues, as far as one thread of execution goes.
import concurrent.futures
import contextvars
import multiprocessing
import queue
import threading

results = []


def work(number):
    results.append((number, threading.current_thread().name))


threads = [threading.Thread(target=work, args=(number,), name=f"worker {number}") for number in range(3)]
for thread in threads:
    thread.start()
    thread.join()
print(results, threads[0].is_alive(), threading.current_thread().name, threading.active_count())
lock = threading.Lock()
with lock:
    print(lock.locked(), lock.acquire(blocking=False))
print(lock.locked())
own = threading.local()
own.value = 1
thread = threading.Thread(target=lambda: print(hasattr(own, "value")))
thread.start()
thread.join()
print(own.value)

with concurrent.futures.ThreadPoolExecutor(max_workers=4) as executor:
    print(list(executor.map(lambda x: x * x, range(5))))
    futures = [executor.submit(divmod, 7, number) for number in (2, 0)]
    print(futures[0].result(), type(futures[1].exception()).__name__)
    print(sorted(future.result() for future in concurrent.futures.as_completed(futures[:1])))

if __name__ == "__main__":
    with multiprocessing.Pool(2) as pool:
        print(pool.map(abs, [-1, -2]), pool.starmap(pow, [(2, 3), (3, 2)]), pool.apply(max, (1, 2)))
    shared = multiprocessing.Value("i", 3)
    with shared.get_lock():
        shared.value += 1
    print(shared.value, list(multiprocessing.Array("d", [1.5, 2.5])))

waiting = queue.Queue(maxsize=2)
waiting.put(1)
waiting.put(2)
print(waiting.full(), waiting.get(), waiting.get(), waiting.empty())
for wrong in (waiting.get_nowait, lambda: waiting.get(timeout=0.001), waiting.task_done, waiting.task_done, waiting.task_done):
    try:
        wrong()
    except (queue.Empty, ValueError) as error:
        print(type(error).__name__, error)
least = queue.PriorityQueue()
for number in (3, 1, 2):
    least.put(number)
print([least.get() for _ in range(3)])

variable = contextvars.ContextVar("variable", default=0)
token = variable.set(1)
context = contextvars.copy_context()
variable.reset(token)
print(variable.get(), context[variable], context.run(variable.get), variable in context)
