// What is measured is measured for the whole process: tests go one by one.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
