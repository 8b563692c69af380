namespace RelateBot.Bot.Routing;

/// <summary>Registers what carries a request to its feature. The features add their routes.</summary>
public static class RoutingRegistration
{
    public static IServiceCollection AddRequestRouting(this IServiceCollection services) => services
        .AddSingleton<RequestPipeline>()
        .AddScoped<RequestTransaction>()
        .AddSingleton<RouteTable>()
        .AddScoped<CommandRouter>();

    /// <summary>Adds the routes of a feature.</summary>
    public static IServiceCollection AddRoutes(this IServiceCollection services, Action<RouteBuilder> build)
    {
        build(new RouteBuilder(services));
        return services;
    }
}
