global using ClusterDsl.Analyzers.Tests.Infrastructure;
global using Xunit;
