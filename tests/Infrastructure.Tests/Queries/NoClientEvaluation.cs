using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RelateBot.Infrastructure.Tests.Queries;

/// <summary>
/// EF Core refuses what a database can't do, except in the last projection, which it evaluates itself for each row. This refuses every
/// query that calls a method of ours.
/// </summary>
internal sealed class NoClientEvaluation : ExpressionVisitor, IQueryExpressionInterceptor
{
    public const string Refusal = "would be evaluated on the client";

    public static NoClientEvaluation Instance { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) => Visit(queryExpression);

    protected override Expression VisitMethodCall(MethodCallExpression node) => IsOurs(node.Method)
        ? throw new InvalidOperationException($"{node.Method.DeclaringType!.Name}.{node.Method.Name} {Refusal}.")
        : base.VisitMethodCall(node);

    private static bool IsOurs(MethodInfo method) =>
        method.Module.Assembly.GetName().Name!.StartsWith("RelateBot.", StringComparison.Ordinal);
}
