using System.Linq.Expressions;
using System.Reflection;

namespace RelateBot.Infrastructure.Tests.Queries;

/// <summary>A method or lambda of this code base that queries the database.</summary>
/// <param name="Method">The method that starts it.</param>
/// <param name="Body">The method with the calls to EF Core: the method itself or the one that the compiler generated from it.</param>
/// <param name="Queries">The number of calls in it to operators that query the database.</param>
public sealed record QuerySite(MethodBase Method, MethodBase Body, int Queries)
{
    /// <summary>
    /// What can be called to get there: the method itself; for a lambda also the method that it stands in; for a method that is given
    /// part of its query those that give it.
    /// </summary>
    public IEnumerable<MethodBase> Entrances => Method switch
    {
        { Name: ['<', ..] } => [Method, .. Written.GetMember(WrittenName, QuerySites.Everything).OfType<MethodBase>()],
        _ when Method.GetParameters().Any(parameter => parameter.ParameterType.IsAssignableTo(typeof(LambdaExpression))) =>
            Written
                .GetMethods(QuerySites.Everything)
                .Where(method => method != Method && QuerySites.Calls(QuerySites.Body(method)).Contains(Method)),
        _ => [Method],
    };

    private Type Written
    {
        get
        {
            var type = Method.DeclaringType!;
            while (type.Name.StartsWith('<'))
            {
                type = type.DeclaringType!;
            }

            return type;
        }
    }

    private string WrittenName =>
        Method.Name.StartsWith('<') ? Method.Name[1..Method.Name.IndexOf('>', StringComparison.Ordinal)] : Method.Name;

    public override string ToString() => $"{Written.Name}.{WrittenName}";
}
