using System.Reflection;

namespace RelateBot.Infrastructure.Tests.Queries;

/// <summary>A method of ours that asks the database something.</summary>
/// <param name="Method">The method as it was written.</param>
/// <param name="Body">The one that the compiler made of it and that holds the calls.</param>
/// <param name="Queries">How many calls to an operator that asks the database it holds.</param>
public sealed record QuerySite(MethodBase Method, MethodBase Body, int Queries)
{
    public override string ToString() => $"{Method.DeclaringType!.Name}.{Method.Name}";
}
