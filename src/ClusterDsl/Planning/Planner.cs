using ClusterDsl.Model;
using ClusterDsl.Plans;
namespace ClusterDsl.Planning;
static class Planner { public static Plan Plan(ClusterDesign d) => throw new NotSupportedException(d.Name); }
