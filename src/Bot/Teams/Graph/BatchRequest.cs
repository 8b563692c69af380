using System.Collections.Immutable;

namespace RelateBot.Bot.Teams.Graph;

/// <summary>Several requests in one: https://learn.microsoft.com/graph/json-batching#creating-a-batch-request</summary>
public sealed record BatchRequest(ImmutableArray<BatchRequest.Step> Requests)
{
    /// <summary>One of them.</summary>
    /// <param name="Id">Comes back with its answer.</param>
    /// <param name="Method">GET and the like.</param>
    /// <param name="Url">From the version on: <c>/users</c>.</param>
    public sealed record Step(string Id, string Method, string Url);
}
