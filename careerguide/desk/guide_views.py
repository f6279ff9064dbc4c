def guide_page(model_admin, request, object_id):
    raise NotImplementedError
