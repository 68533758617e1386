using ClusterDsl.Benchmarks;

// `dotnet run -c Release --project tests/ClusterDsl.Benchmarks [-- keystroke|evaluation|planning|whole|emit|examples|hostile|latency]` prints one table for each part, all of it ratios
// measured in the same run. A part that needs a process of its own starts this program again with its own arguments.
if (args is [EmitBenchmark.Child, ..]) return EmitBenchmark.RunChild(args);
if (args is [WholeBenchmark.Child, _]) return WholeBenchmark.RunChild(args);
if (args is [EvaluationBenchmark.Child]) return EvaluationBenchmark.RunChild();

if (args.Length == 0 || args.Contains("keystroke")) KeystrokeBenchmark.Run();
if (args.Length == 0 || args.Contains("evaluation")) EvaluationBenchmark.Run();
if (args.Length == 0 || args.Contains("planning")) PlanningBenchmark.Run();
if (args.Length == 0 || args.Contains("whole")) WholeBenchmark.Run();
if (args.Length == 0 || args.Contains("emit")) EmitBenchmark.Run();
if (args is ["examples"]) ExamplesBenchmark.Run();
if (args is ["hostile", ..]) HostileBenchmark.Run(args.ElementAtOrDefault(1));
if (args is ["latency"]) LatencyBenchmark.Run();
return 0;
